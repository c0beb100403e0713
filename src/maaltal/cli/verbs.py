"""The verbs in the order of the work, with what each does in a line."""

from maaltal.core.text import Text

VERBS: dict[str, Text] = {
    "demo": Text("Se det hele på en opdigtet kommune.", "See it all on a made-up municipality."),
    "check": Text("Se filer efter, uden at gemme noget.", "Look files over, storing nothing."),
    "load": Text("Indlæs filer i lageret.", "Load files into the store."),
    "batches": Text("Vis, hvad der er indlæst.", "List what has been loaded."),
    "undo": Text("Fortryd en indlæst leverance.", "Take a loaded batch back."),
    "verify": Text("Se efter, om lageret er uskadt.", "See whether the store is unharmed."),
    "status": Text("Skriv årsstatus: status, måltal og målopfyldelse.", "Print the yearly status: status, targets and fulfilment."),
    "report": Text("Skriv et notat i Word, PDF, HTML og Excel.", "Write a note in Word, PDF, HTML and Excel."),
    "measure": Text("Opgør enheder efter en hvilken som helst opgørelsesmetode.", "Measure units by any measure."),
    "exits": Text("Vis afgangsrater: job og uddannelse efter forløb.", "Show exit rates: job and education after spells."),
    "targets": Text("Vis de vedtagne måltal og beslutningerne bag.", "Show the adopted targets and the decisions behind them."),
    "apportion": Text("Fordel et tal på enheder, så det går op.", "Share a number out over units so that it adds up."),
    "scenario": Text("Stil modeller for måltal op side om side.", "Set scenarios for targets side by side."),
    "cost": Text("Regn ud, hvad fleksjob koster, og hvilke timer der giver en pris.", "Reckon what fleksjobs cost, and which hours make a price."),
    "pool": Text("Før fleksjobpuljen: bidrag, ansøgninger, regnskab og kontrolliste.",
                 "Keep the fleksjob pool: contributions, applications, account and control list."),
    "budget": Text("Skriv et budgetforslag, efterregnet.", "Write a budget proposal, audited."),
    "audit": Text("Efterregn et færdigt notat.", "Re-check a finished note."),
    "explain": Text("Forklar et tal trin for trin, og efterprøv det.", "Explain a figure step by step, and check it."),
    "definitions": Text("Vis ordninger, grupper og metoder med kilder.", "Show schemes, groups and methods with their sources."),
    "sample": Text("Skriv udtræk fra en opdigtet kommune.", "Write extracts of a made-up municipality."),
    "completion": Text("Slå fuldførelse med tabulator til i skallen.", "Turn on tab completion in the shell."),
}  # fmt: skip
