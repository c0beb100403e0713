"""Batches and uploads as pages show them."""
