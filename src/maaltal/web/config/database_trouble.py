"""Why the database cannot be used, and what to do: its own words are neither, and may hold a row's."""

from django.db import DatabaseError, DataError, IntegrityError

from maaltal.core.text import Text

NOT_THERE = Text(
    "Databasen er ikke gjort klar, eller dens fil kan ikke åbnes. Se, at programmet må skrive i mappen, og kør maaltal-web migrate",
    "The database is not made ready, or its file cannot be opened. See that the program may write in the folder, and run maaltal-web migrate",
)
KNOWN: tuple[tuple[tuple[str, ...], Text], ...] = (
    (("password authentication failed", "no password supplied"), Text(
        "Databasen afviser brugeren eller adgangskoden i DATABASE_URL. Ret dem",
        "The database refuses the user or the password in DATABASE_URL. Mend them")),
    (("failed to resolve host", "could not translate host name"), Text(
        "Værten i DATABASE_URL findes ikke. Ret den", "The host in DATABASE_URL is not there. Mend it")),
    (("Connection refused", "No such file or directory", "timeout", "No route to host", "starting up", "shutting down"), Text(
        "Databasen svarer ikke. Start PostgreSQL, eller ret vært og port i DATABASE_URL",
        "The database does not answer. Start PostgreSQL, or mend host and port in DATABASE_URL")),
    (("FATAL:  database",), Text(
        "Databasen i DATABASE_URL findes ikke. Lav den (createdb), eller ret navnet",
        "The database in DATABASE_URL is not there. Make it (createdb), or mend the name")),
    (("permission denied",), Text(
        "Brugeren i DATABASE_URL må ikke det, som programmet skal. Lad brugeren eje databasen (ALTER DATABASE … OWNER TO …)",
        "The user in DATABASE_URL may not do what the program has to. Let the user own the database (ALTER DATABASE … OWNER TO …)")),
    (("or later is required",), Text(
        "Databasen er af en for gammel version. Brug en nyere", "The database is of too old a version. Use a newer one")),
    (("invalid connection option", "server does not support SSL"), Text(
        "Det efter ? i DATABASE_URL passer ikke til databasen. Ret det",
        "What stands after ? in DATABASE_URL does not fit the database. Mend it")),
    (("readonly database", "read-only transaction"), Text(
        "Der kan kun læses i databasen. Giv programmet ret til at skrive i dens mappe og fil",
        "The database can only be read. Let the program write in its folder and file")),
    (("not a database", "malformed"), Text(
        "Databasens fil er ikke en SQLite-database, eller den er beskadiget. Genskab fra en sikkerhedskopi, eller ret DATABASE_URL",
        "The database's file is no SQLite database, or it is damaged. Restore from a backup, or mend DATABASE_URL")),
    (("database is locked",), Text(
        "Et andet program holder databasen. Prøv igen om lidt", "Another program holds the database. Try again soon")),
    (("disk is full", "No space left"), Text(
        "Der er ikke plads på databasens disk. Giv den mere, og prøv igen",
        "There is no room left on the database's disk. Give it more, and try again")),
    (("unable to open database file", "no such table", "no such column"), NOT_THERE),
    (('relation "', 'column "'), NOT_THERE),
)  # fmt: skip
OTHERWISE = Text("Databasen kan ikke bruges. Se i dens log", "The database cannot be used. See its log")


def why(problem: DatabaseError) -> Text:
    """One sentence; the database's own words after it, unless they may be a row's."""
    words = str(problem).strip().partition("\n")[0]
    told = next((text for signs, text in KNOWN if any(sign in str(problem) for sign in signs)), OTHERWISE)
    own = type(problem).__name__ if isinstance(problem, DataError | IntegrityError) else words
    return Text(f"{told.da} ({own}).", f"{told.en} ({own}).")
