from maaltal.web.config.command import main

main()
