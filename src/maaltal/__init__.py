"""Måltal: a municipality's targets for special job schemes, set, followed, reported and audited."""
