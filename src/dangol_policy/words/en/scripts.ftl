# Talks and questions.

section-scripts = Questions and answers
script-flow = { $name }: a guided talk
script-kinds = it is for: { $list }
script-begins = it begins: { $what }
script-ends = how it can end: { $list }
script-question = question: { $ask }
script-answer = { $answer }
end-resolved = solved
end-handed-over = handed over
end-waiting = waiting
end-refused = refused, with the way out
