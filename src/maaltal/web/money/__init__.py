"""What fleksjobs cost, the fleksjob pool, and budget proposals: forms over the library that `maaltal cost|pool|budget` use."""
