"""Audit (efterregning): finds the figures of a finished note that cannot be right, and says why."""
