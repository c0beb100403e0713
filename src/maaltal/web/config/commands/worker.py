"""maaltal-web worker."""

from maaltal.core.text import Text
from maaltal.terminal.words import option, verb


@verb(
    "worker",
    Text(
        "Efterprøv og indlæs sendte filer i baggrunden. 'serve' og 'demo' gør det selv; to på én gang skader ikke.",
        "Check and load files that were sent, in the background. 'serve' and 'demo' do so themselves; two at once do no harm.",
    ),
)
@option("--alone", is_flag=True, hidden=True, da="", en="")
def command(*, alone: bool) -> None:
    if not alone:
        from maaltal.web.process.supervisor import supervise

        supervise()
        return
    from maaltal.web.config.starting import django

    django()
    from maaltal.web.process.worker import alone as work_alone

    work_alone()
