from django.utils.translation import gettext_lazy as _

from maaltal.web.accounts.queries import actor_of
from maaltal.web.process.permissions import can_see_batches
from maaltal.web.received import today
from maaltal.web.ui.navigation import Entry

ENTRIES = (
    Entry(_("Filer"), "process:history", 40, lambda request: can_see_batches(actor_of(request), today())),
)
