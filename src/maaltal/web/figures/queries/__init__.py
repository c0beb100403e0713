"""The figures that pages show, as core objects."""
