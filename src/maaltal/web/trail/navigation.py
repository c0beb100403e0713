from django.utils.translation import gettext_lazy as _

from maaltal.web.accounts.permissions import can_see_trail
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today
from maaltal.web.ui.navigation import Entry

ENTRIES = (
    Entry(_("Sporing"), "trail:events", 90, lambda request: can_see_trail(actor_of(request), today())),
)
