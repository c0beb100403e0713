from django.utils.translation import gettext_lazy as _

from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today
from maaltal.web.targets.permissions import can_see_targets
from maaltal.web.ui.navigation import Entry

ENTRIES = (
    Entry(_("Måltal"), "targets:sets", 20, lambda request: can_see_targets(actor_of(request), today())),
)
