"""Questions of every kind, and what their notes say."""

from maaltal.core.periods import parse_period
from maaltal.core.scenarios import Move, Raise, Scenario
from maaltal.core.text import Language, same
from maaltal.documents.blocks import Bullets, Paragraph
from maaltal.documents.document import Document
from maaltal.documents.printing import spoken
from maaltal.ground.notes.asked import Asked

QUESTIONS = """
recipient = "medlem af Borgerrepræsentationen"
received = 2025-06-25
extracted = 2025-06-30
source = "Jobindsats.dk"
area = "København"

[[question]]
text = "Hvor mange er i fleksjob?"
uses = ["published", "own"]

[[question]]
text = "Hvordan er det andre steder?"
uses = ["benchmark"]

[[question]]
text = "Hvorfor?"
answer = "Det ved vi ikke."

[[figure]]
name = "Københavnere ansat i fleksjob"
period = "2. kvartal 2024 til 1. kvartal 2025"
value = 5192
earlier = 4887
earlier_period = "3. kvartal 2023 til 2. kvartal 2024"
answered = 2024-08-12
"""
BENCHMARK = """Område;Ansat i fleksjob;Fleksjobansatte i pct. af arbejdsstyrken
Hele landet;97.443;3,2
København;4.448;1,1
Randers;2.224;4,5
"""
MODELS = (
    Scenario("Model 1", same("Model 1"), (Raise("fleksjob", 100),)),
    Scenario("Model 2", same("Model 2"), (Move(100, "placements", "fleksjob"),)),
)

ANNUAL = Asked("annual", parse_period("2024"), facts=(("Sagsnummer", "2025-2413"),))
PART_YEAR = Asked("part-year", parse_period("2024-01..2024-10"))
MONTHLY = Asked("monthly", parse_period("2024-10"), "BUF")
PROPOSAL = Asked(
    "proposal", parse_period("2026"), scenarios=MODELS, ordinary_staff=33_100, cost=(27_000, 124_000)
)
ANSWER = Asked("answer", parse_period("2024-10"), inputs=(("question", QUESTIONS), ("benchmark", BENCHMARK)))
EVERY = (ANNUAL, PART_YEAR, MONTHLY, PROPOSAL, ANSWER)


def told(document: Document, language: Language = "da") -> str:
    """All running text, with ordinary spaces."""
    texts = []
    for block in document.body:
        if isinstance(block, Paragraph):
            texts.append(spoken(block.runs, document, language))
        if isinstance(block, Bullets):
            texts += [spoken(item, document, language) for item in block.items]
    return " ".join(" ".join(texts).replace("\N{NO-BREAK SPACE}", " ").split())
