from django.utils.translation import gettext_lazy as _

from maaltal.web.accounts.queries import actor_of
from maaltal.web.figures.permissions import can_see_overview
from maaltal.web.received import today
from maaltal.web.ui.navigation import Entry

ENTRIES = (
    Entry(_("Tal"), "figures:overview", 10, lambda request: can_see_overview(actor_of(request), today())),
)
