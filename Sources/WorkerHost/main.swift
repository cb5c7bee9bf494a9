internal import Worker

serve()
