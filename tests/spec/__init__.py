"""What each term means, as worked examples: run on the reference and on the engine, and printed as the guide."""
