"""Tests of the web application. They run on SQLite, or on what DATABASE_URL names: see tests/web/postgres.py."""
