from django.utils.translation import gettext_lazy as _

from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today
from maaltal.web.registry.permissions import can_see_organisation
from maaltal.web.ui.navigation import Entry

ENTRIES = (
    Entry(
        _("Organisation"), "registry:overview", 60,
        lambda request: can_see_organisation(actor_of(request), today()),
    ),
)  # fmt: skip
