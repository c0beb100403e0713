"""The organisation as the web application knows it: the received one, and the posts that no file tells of."""
