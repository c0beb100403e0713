"""The spell store: immutable Parquet batches with a manifest."""
