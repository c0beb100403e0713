"""Target sets as pages show them."""
