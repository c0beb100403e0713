"""What every figure stands on, gathered from a store and a municipality: below the command line and the web application."""
