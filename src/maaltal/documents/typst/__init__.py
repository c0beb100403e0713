"""The layout of a PDF, in Typst. Its words come as data: in markup, "25. februar" would begin a list."""
