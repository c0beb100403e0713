from django.utils.translation import gettext_lazy as _

from maaltal.web.accounts.permissions import can_manage_anyone
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today
from maaltal.web.ui.navigation import Entry

ENTRIES = (
    Entry(
        _("Personer og rettigheder"), "accounts:people", 80,
        lambda request: can_manage_anyone(actor_of(request), today()),
    ),
)  # fmt: skip
