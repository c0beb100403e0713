"""One document model, written as notes, tables and pages."""
