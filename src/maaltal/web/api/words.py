"""What the API's parameters and fields mean."""

from django.utils.translation import gettext_lazy as _

FIELDS = {
    "limit": _("Højst så mange rækker i svaret (1 til 1000)."),
    "offset": _("Så mange rækker springes over."),
    "items": _("Rækkerne."),
    "total": _("Så mange rækker er der i alt."),
    "next": _("Adressen på de næste rækker; null, når der ikke er flere."),
    "day": _("Dagen, organisationen ses på (ÅÅÅÅ-MM-DD); i dag, når den ikke er givet."),
    "within": _("Kun denne enhed (kode) og dem under den."),
    "code": _("Enhedens kode."),
    "name": _("Navn."),
    "level": _("Niveau: municipality, administration, centre eller unit."),
    "path": _("Koderne fra kommunen ned til enheden."),
    "valid_from": _("Første dag, som udgaven af enheden gælder."),
    "valid_to": _("Første dag, som den ikke gælder mere; null, når den stadig gælder."),
    "successor": _("Koden på den enhed, der tog over."),
    "leader": _("Ansvarlig leder; tom, når posten er ledig."),
    "fleksjob_consultant": _(
        "Forvaltningens fleksjobkonsulent; tom, når posten er ledig, og under forvaltningerne."
    ),
    "company_consultant": _(
        "Forvaltningens virksomhedskonsulent; tom, når posten er ledig, og under forvaltningerne."
    ),
    "year": _("Kun sæt, der gælder dette år."),
    "years": _("De år, sættet gælder."),
    "target_set": _("Måltalssættets navn; det, der gælder på periodens sidste dag, når det ikke er givet."),
    "label": _("Sættets navn i ord."),
    "state": _("Hvor langt beslutningen er: proposed, recommended, adopted eller amended."),
    "in_force_from": _("Gælder fra; null: fra årets begyndelse."),
    "decided_by": _("Hvem der har besluttet det."),
    "decided_on": _("Beslutningens dato."),
    "case_number": _("Sagsnummer."),
    "unit": _("Enhedens kode. Må gives flere gange, hvor der spørges om tal."),
    "unit_name": _("Enhedens navn på periodens sidste dag."),
    "group": _("Ordninger med samlet måltal (kode); combined er den samlede målopfyldelse."),
    "group_name": _("Ordningernes navn."),
    "target": _("Måltal."),
    "period": _(
        "Periode: 2024, 2024-H1, 2024-Q3, 2024-10 eller 2024-01..2024-10. Må gives flere gange (højst 24)."
    ),
    "below": _(
        "Alle enheder under denne (kode), som man må se, og den selv. Uden unit og below: kommunen og forvaltningerne."
    ),
    "as_known": _("Tallene, som de var kendt den dag; nu, når den ikke er givet."),
    "denominator": _(
        "Helårspersoner af en del af et år divideres med periodens (period) eller hele årets (year) dage."
    ),
    "selection": _("Ordning eller ordninger (kode)."),
    "selection_name": _("Ordningens navn."),
    "measure": _("Opgørelsesmetode (kode)."),
    "value": _("Værdien med højst seks decimaler; null, når den er skjult."),
    "printed": _("Tallet, som det trykkes."),
    "hidden": _(
        "Om tallet er skjult, fordi få personer står bag det eller bag et tal, der kunne regnes ud af det."
    ),
    "fulfilment": _("Målopfyldelse: 1 er nået; null, når den er skjult, eller der intet måltal er."),
    "method": _("Metoden for samlet målopfyldelse."),
    "id": _("Entydigt navn eller nummer."),
    "source": _("Hvor leverancen kommer fra."),
    "layout": _("Leverancens format."),
    "file": _("Filens navn, som den blev modtaget."),
    "sha256": _("Filens SHA-256; for et notat det, som udgaven kendes på."),
    "loaded_at": _("Hvornår den blev indlæst."),
    "undone_at": _("Hvornår den blev taget tilbage."),
    "superseded_by": _("Leverancer, der har taget over."),
    "counts": _("Om noget tal endnu kan komme fra den."),
    "accepted": _("Godtagne rækker."),
    "set_aside": _("Rækker lagt fra."),
    "rejected": _("Afviste rækker."),
    "kind": _("Hvilket notat: annual, part-year, monthly, proposal eller answer."),
    "title": _("Overskrift."),
    "language": _("Sprog: da eller en."),
    "made_at": _("Hvornår notatet blev lavet."),
    "shared_at": _("Hvornår det blev delt."),
    "files": _("Notatets filer med navn, SHA-256 og størrelse."),
    "size": _("Størrelse i bytes."),
    "type": _("Fejlens art efter RFC 9457."),
    "status": _("HTTP-koden."),
    "detail": _("Hvad der er galt, og hvad man kan gøre."),
}

SUMMARIES = {
    "units": _("Enheder på en dag"),
    "targets": _("Måltal, sæt for sæt"),
    "measurements": _("Målinger af enheder i perioder"),
    "measurements.csv": _("De samme målinger som CSV"),
    "measurements.json-stat": _("De samme målinger som JSON-stat 2.0"),
    "fulfilment": _("Målopfyldelse af enheder i perioder"),
    "batches": _("Leverancer, nyeste først"),
    "reports": _("Notaters udgaver, nyeste først"),
}
"""What each address answers."""

NEED_A_PERIOD = frozenset({"measurements", "measurements.csv", "measurements.json-stat", "fulfilment"})
