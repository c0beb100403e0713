from django.utils.translation import gettext_lazy as _

from maaltal.web.accounts.queries import actor_of
from maaltal.web.api.permissions import can_see_keys
from maaltal.web.received import today
from maaltal.web.ui.navigation import Entry

ENTRIES = (Entry(_("API"), "api:overview", 95, lambda request: can_see_keys(actor_of(request), today())),)
