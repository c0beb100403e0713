"""Tables of figures with linear relations: what is true, where it is printed, and how few prints must be wrong."""
