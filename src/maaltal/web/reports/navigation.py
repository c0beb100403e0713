from django.utils.translation import gettext_lazy as _

from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today
from maaltal.web.reports.permissions import can_audit, can_see_notes
from maaltal.web.ui.navigation import Entry

ENTRIES = (
    Entry(_("Notater"), "reports:editions", 40, lambda request: can_see_notes(actor_of(request), today())),
    Entry(_("Efterregning"), "reports:audit", 45, lambda request: can_audit(actor_of(request), today())),
)
