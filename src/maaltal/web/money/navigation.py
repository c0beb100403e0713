from django.utils.translation import gettext_lazy as _

from maaltal.web.accounts.queries import actor_of
from maaltal.web.money.permissions import can_reckon
from maaltal.web.received import today
from maaltal.web.ui.navigation import Entry

ENTRIES = (Entry(_("Økonomi"), "money:money", 50, lambda request: can_reckon(actor_of(request), today())),)
