# Makes a completion for bash from what `holdfastctl --help` lists. A command is
# one or two words; options are those of every command.
/^Flags:/ { flags = 1; commands = 0; next }
/^Commands:/ { commands = 1; flags = 0; next }
/^[^ ]/ { flags = commands = 0 }
flags && match($0, /--[a-z-]+/) { options = options " " substr($0, RSTART, RLENGTH) }
commands && /^  [a-z]/ {
  line = substr($0, 3); sub(/  .*/, "", line); n = split(line, word, " ")
  if (!(word[1] in seen)) { first = first " " word[1]; seen[word[1]] = 1 }
  if (n > 1) second[word[1]] = second[word[1]] " " word[2]
}
END {
  print "# bash completion for holdfastctl"
  print "_holdfastctl() {"
  print "  local cur=${COMP_WORDS[COMP_CWORD]}"
  print "  COMPREPLY=()"
  print "  case $cur in"
  print "  -*) COMPREPLY=($(compgen -W \"" options "\" -- \"$cur\")); return ;;"
  print "  esac"
  print "  if [ \"$COMP_CWORD\" -eq 1 ]; then"
  print "    COMPREPLY=($(compgen -W \"" first "\" -- \"$cur\"))"
  print "    return"
  print "  fi"
  print "  if [ \"$COMP_CWORD\" -eq 2 ]; then"
  print "    case ${COMP_WORDS[1]} in"
  for (w in second) print "    " w ") COMPREPLY=($(compgen -W \"" second[w] "\" -- \"$cur\")); return ;;" | "sort"
  close("sort")
  print "    esac"
  print "  fi"
  print "  COMPREPLY=($(compgen -f -- \"$cur\"))"
  print "}"
  print "complete -F _holdfastctl holdfastctl"
}
