"""The register's targets: sets, their way to a decision, scenarios, apportionment and break-down."""
