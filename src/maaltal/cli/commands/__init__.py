"""One module a verb: what it takes and what its help says."""
