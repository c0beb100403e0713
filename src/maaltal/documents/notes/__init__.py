"""Notes: a template that an analyst can edit, filled with tables, becomes a document whose text cannot differ from them."""
