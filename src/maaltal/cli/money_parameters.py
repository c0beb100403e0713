"""Types of values that commands about money take."""

from maaltal.cli.parameters import Words
from maaltal.core.economics.written import hours, number, share
from maaltal.core.text import Text

NUMBER = Words(Text("tal", "number"), number, Text("'{value}' er intet tal", "'{value}' is no number"))
MONEY = Words(
    Text("kr", "kr"), number,
    Text("'{value}' er intet beløb; skriv det som 27.000 eller 148,53", "'{value}' is no amount; write it as 27000 or 148.53"),
)  # fmt: skip
SHARE = Words(
    Text("andel", "share"), share,
    Text("'{value}' er ingen andel; skriv den som 0,55 eller 55%", "'{value}' is no share; write it as 0.55 or 55%"),
)  # fmt: skip
HOURS = Words(
    Text("timer", "hours"), hours,
    Text("'{value}' er ingen timer om ugen; skriv 10, 12,5, 5..37 eller 5..37:4",
         "'{value}' is no hours a week; write 10, 12.5, 5..37 or 5..37:4"),
)  # fmt: skip
SUBSIDY = Words(
    Text("brøk", "fraction"), number, Text("'{value}' er intet tilskud; skriv 1/2 eller 2/3", "'{value}' is no subsidy; write 1/2 or 2/3"),
)  # fmt: skip
