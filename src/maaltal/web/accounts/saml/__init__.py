"""The municipality's login by SAML (OIOSAML 3), for installations with the extra `saml`. Messages are read and written by pysaml2."""
