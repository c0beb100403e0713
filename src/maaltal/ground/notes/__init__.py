"""Notes from a store: gathered, filled in, audited, written with an edition beside them, and verified later."""
