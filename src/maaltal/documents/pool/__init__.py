"""The fleksjob pool as tables: contributions, the account by year, the follow-up of grants, and the control list."""
