"""Editions, templates and audits as pages show them."""
