from tests.web.expected import Expected, everybody

EXPECTED = (Expected("ui:note-style", everybody),)
