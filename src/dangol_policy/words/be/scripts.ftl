# Сцэнарыі і пытанні.

section-scripts = Частыя пытанні
script-flow = { $name }: сцэнарый размовы
script-kinds = для чаго: { $list }
script-begins = пачатак: { $what }
script-ends = чым можа скончыцца: { $list }
script-question = пытанне: { $ask }
script-answer = { $answer }
end-resolved = вырашана
end-handed-over = перададзена
end-waiting = чаканне
end-refused = адмова і іншы шлях
