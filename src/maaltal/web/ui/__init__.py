"""How pages look: the frame, the components, the language; it knows nothing of the domain."""
