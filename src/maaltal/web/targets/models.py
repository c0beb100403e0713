"""Target sets as the register keeps them."""

from __future__ import annotations

from typing import override

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from maaltal.core.targets import STATES, Decision, TargetState
from maaltal.core.targets import TargetSet as CoreTargetSet
from maaltal.core.text import Text
from maaltal.web.targets.states import LABELS, OPEN, WITHDRAWN


class TargetSet(models.Model):
    """Måltal, der hører sammen: `version` goes up by one at every change, so that two people never overwrite each other."""

    name = models.SlugField(max_length=80, unique=True, allow_unicode=True)
    label_da = models.CharField(max_length=200)
    label_en = models.CharField(max_length=200)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    state = models.CharField(
        max_length=20, default="proposed", choices=[(state, label.da) for state, label in LABELS.items()]
    )
    alternative = models.BooleanField(default=False)
    body = models.CharField(max_length=200, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    case_number = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=500, blank=True)
    note_da = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    based_on = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="built_on_it")
    amends = models.BooleanField(default=False)
    in_force_from = models.DateField(null=True, blank=True)
    ordinary_staff = models.PositiveIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_by = models.CharField(max_length=150, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-first_year", "alternative", "name")
        constraints = (
            CheckConstraint(condition=Q(last_year__gte=F("first_year")), name="target_set_years_in_order"),
            CheckConstraint(condition=Q(state__in=list(LABELS)), name="target_set_state_known"),
            CheckConstraint(condition=Q(amends=False) | Q(based_on__isnull=False), name="target_set_amends_a_set"),
        )  # fmt: skip

    @override
    def __str__(self) -> str:
        return self.name

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(range(self.first_year, self.last_year + 1))

    @property
    def label(self) -> Text:
        return Text(self.label_da, self.label_en or self.label_da)

    @property
    def note(self) -> Text:
        return Text(self.note_da, self.note_en or self.note_da)

    @property
    def open(self) -> bool:
        """Whether its numbers can still be changed."""
        return self.state in OPEN

    @property
    def withdrawn(self) -> bool:
        return self.state == WITHDRAWN

    def to_core(self) -> CoreTargetSet:
        """With the targets of every unit that has one; a withdrawn set as the proposal that it was."""
        state: TargetState = next((state for state in STATES if state == self.state), "proposed")
        return CoreTargetSet(
            name=self.name, label=self.label, years=self.years, state=state,
            decision=Decision(self.body, self.decided_on, self.case_number or None, self.source),
            targets={(target.unit, target.group): target.number for target in self.targets.all()},
            note=self.note if self.note_da else None,
            alternative=self.alternative, in_force_from=self.in_force_from,
        )  # fmt: skip


class Target(models.Model):
    """Måltal: one number. `top` units (the municipality and its administrations) are decided by the set, the rest broken down."""

    target_set = models.ForeignKey(TargetSet, models.CASCADE, related_name="targets")
    unit = models.CharField(max_length=100)
    group = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    top = models.BooleanField()

    class Meta:
        ordering = ("pk",)
        constraints = (UniqueConstraint(fields=("target_set", "unit", "group"), name="target_once"),)

    @override
    def __str__(self) -> str:
        return f"{self.unit} {self.group} {self.number}"


class BreakDown(models.Model):
    """Nedbrydning af en enhed: that a unit's targets were split on those right below it, and how often since then."""

    target_set = models.ForeignKey(TargetSet, models.CASCADE, related_name="break_downs")
    unit = models.CharField(max_length=100)
    version = models.PositiveIntegerField(default=1)
    changed_by = models.CharField(max_length=150, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (UniqueConstraint(fields=("target_set", "unit"), name="break_down_once"),)

    @override
    def __str__(self) -> str:
        return f"{self.target_set_id} {self.unit}"


class Responsible(models.Model):
    """Ansvarlig leder: who answers for a unit's target in this set; a post without a name is vacant."""

    target_set = models.ForeignKey(TargetSet, models.CASCADE, related_name="responsible")
    unit = models.CharField(max_length=100)
    name = models.CharField(max_length=120, blank=True)
    post = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = (UniqueConstraint(fields=("target_set", "unit"), name="responsible_once"),)

    @override
    def __str__(self) -> str:
        return f"{self.unit} {self.name or self.post}"


class Step(models.Model):
    """Skridt på vejen: one transition that was made, for the set's timeline."""

    target_set = models.ForeignKey(TargetSet, models.CASCADE, related_name="steps")
    transition = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    body = models.CharField(max_length=200, blank=True)
    day = models.DateField(null=True, blank=True)
    case_number = models.CharField(max_length=60, blank=True)
    note = models.TextField(blank=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("at", "pk")

    @override
    def __str__(self) -> str:
        return f"{self.target_set_id} {self.transition}"
