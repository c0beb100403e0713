"""What an analyst starts from."""

from maaltal.core.text import Language, Text

_QUESTIONS = Text(
    """recipient = "medlem af Borgerrepræsentationen"
received = 2025-06-25
extracted = 2025-06-30
source = "Jobindsats.dk"

[[question]]
text = "Hvor mange er ansat i fleksjob i kommunen?"
uses = ["own"]

[[question]]
text = "Hvad gør kommunen for at ansætte flere?"
answer = "Skriv svaret her."
""",
    """recipient = "member of the City Council"
received = 2025-06-25
extracted = 2025-06-30
source = "Jobindsats.dk"

[[question]]
text = "How many are employed in fleksjob in the municipality?"
uses = ["own"]

[[question]]
text = "What does the municipality do to employ more?"
answer = "Write the answer here."
""",
)


def questions_example(language: Language) -> str:
    """A file of questions to be edited; see `ground.notes.questions`."""
    return _QUESTIONS.get(language)
