"""A person does the job in a real browser, on the sample municipality: given what lies there, when this is done, then that is seen."""
