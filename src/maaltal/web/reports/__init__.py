"""Notes and their editions, the analyst's own templates, and the audit of finished notes."""
