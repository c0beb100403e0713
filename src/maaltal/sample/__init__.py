"""A made-up municipality whose register adds up to published figures."""
