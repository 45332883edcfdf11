import type { Lexicon } from './lexicon.ts';

export const portuguese: Lexicon = {
  brings: {
    verbs: 'traz trazem trazemos trazer apresenta apresentamos',
    things: 'caso pergunta tema problema dilema duvida desafio situacao decisao',
  },
  stop: `
    de do da dos das o os as uma entre para e com em nosso nossa meu minha ao por pelo pela pelos pelas na nas c seu sua
    seus
  `,
  mutual: {
    verbs: 'nos se',
    partners:
      'apoiam, ajudam, acompanhamos, acompanham, aconselham, animamos, escutamos, ouvimos, sustentamos, incentivamos, incentivam, desafiamos, motivamos, motivam, orientamos, cuidamos, encorajamos, damos apoio, damos forca',
  },
  roles: {
    mentor: `
      comentoria mentoramos mentorear mentorizacao mentorizar mentorxs mentoria mentora mentores
      mentorado mentorada mentoreada mentorias mentoram mentorar mentoramonos mentoreamos mentorando
      mentoreiam mentoradas mentorados
    `,
    peer: `
      mutuamente pares mutua mutuo reciproca colega companheira companheiras iguai iguais igual
      colegas reciproco reciprocas cruzada mutuas mutuos horizontal
    `,
    circle: 'rodinha ciranda circulo roda rodas',
    group: `
      clube comunidade espaco trio triade grupo rede encontro coletivo equipe equipa cla bando mesa
      quarteto turminha trupe coletiva turma
    `,
    coach: 'coaching cocoaching',
    accountability: 'responsabilizacao corresponsabilidade',
    cohort: 'coorte',
    pod: 'nucleo',
    forum: 'forum',
    buddy: 'parceira parceiras madrinhas parceiro parceiros cumplices comadres',
    writing: `
      escrita redacao escrevemos escrever pomodoro pomodoros escrevendo redigir redigimos
    `,
    theme: 'mulhere mulher confianca sororidade jovens',
    neutral: `
      segunda terca quarta quinta sexta sabado domingo manha tarde noite semanal quinzenal mensal
      sessao reuniao encontros online enc res nosso nossa cada semana semanas numero
    `,
    secret: 'confidencial confidencialidade sigilo sigiloso sigilosa segredo',
    promise: 'compromisso promessa promessas compromissos contrato contratos',
    trio: 'trio triade quarteto',
    help: `
      apoio ajuda acompanhamento consulta consultoria assessoria aconselhamento supervisao troca
      trocas intercambio partilha partilhas reflexao escuta conselho aprendizagem aprendizado
      crescimento acolhimento
    `,
    goal: `
      meta metas objetivo objetivos compromisso compromissos sucesso conquista conquistas desafio
      desafios exito
    `,
    career: `
      profes diretoras diretores coordenadoras farmaceuticas veterinarias tradutoras sociais assistentes juristas economistas jornalistas bibliotecarias
      cientista cientistas pesquisadora pesquisadoras pesquisador pesquisadores investigadora
      investigadoras academica academicas professora professoras docente docentes doutoranda
      doutorandas doutorando doutorandos posdoc posdocs posdoutorandas medica medicas carreira
      carreiras tese teses dissertacao profissional profissionais emprego empreendedoras
      empreendedores gestoras engenheiras fundadoras advogadas enfermeiras psicologas mestrandas
      doutoramento doutorado orientandas bolsistas bolseiras executivas pos doutorandxs pediatras
      arquitetas autonomas freelancers
    `,
    turn: 'rotativa rotativo cronometro rodizio',
    level: 'autogerido autogerida horizontalidade autogestionada',
    senior: `
      chefe chefia chefias chefes diretora diretor reitora reitor decana professor orientadora
      orientador supervisora supervisor psicologa psicologo terapeuta formadora formador
      facilitadora facilitador externa externo especialista palestrante enfermeira fisioterapeuta
      doutora dra dr presidente presidenta tutor tutora consultora consultor coordenadora psiquiatra
      rh instrutora instrutor lideranca vicereitora vicereitor
    `,
    by: `
      com por conduzido conduzida guiado guiada dirigido dirigida facilitado facilitada orientado
      orientada ministrado ministrada moderado moderada acompanha
    `,
    not: 'sem nenhum nenhuma ninguem nem nunca nao',
    tutoring: 'tutoria tutorias',
    among: 'entre',
  },
  otherCircle: {
    after: `
      viena catolico cultural conversa dialogo debate amigo artes biblico bicicleta capoeira carro
      choro costura crianca cromatico danca doador empresarial estudo familiar gestante gigante
      historia interno intimo investidor investidore leitor leitura literario livro lua mae militar
      musica operario oracao paz pneu polar qualidade restaurativo samba tambor tambore trico
      trigonometrico vicioso virtuoso viva cheia cura curas terapia pais maes gestantes negocios
      empresarios empreendedor conversas dancas cantigas viola ancestral homens meditacao contos
      contacao brincar brincadeira imprensa investimento perguntas classificatoria mate chimarrao
      poesia
    `,
  },
  phrases: {
    secret: `
      entre nos, nao sai daqui, em confianca, fica aqui, aqui fica, fica nos, nao gravar, sem
      gravacao, o que se diz, se fala aqui, dito aqui, fica entre, fica na roda, fica no grupo, fica
      roda, fica grupo, nada sai, nao sai, sigilo total, sigilo, confidencial, espaco seguro, sem
      gravar, fica entre nos, tudo fica, fica entre a gente, nao sai do grupo, nao sai da sala, sem
      ata, sem atas, nada e gravado, estritamente confidencial, espaco de confianca, o que se fala
      aqui, o que acontece aqui, regra de vegas,
      o que se diz aqui, se diz aqui, aqui se fica, tudo confidencial, sigilo absoluto,
      nao se conta fora, nada sai daqui, fica dentro, fica nesta sala
    `,
    promise: `
      metas, o que prometemos, proxima sessao, ate proxima, contrato comigo, contrato consigo,
      proxima vez, se compromete, me comprometo, nos comprometemos, compromisso cada, contratos
      lidos, contrato voz alta, lidos voz alta, em voz alta, proximo passo, o que promete, promete,
      prometi, prometeu, prometido, prometemos, ate a proxima, prestamos contas, prestar contas,
      contamos como, como foi, que cumpri, cumprido, cumprimos, sai com acao, sai com uma acao,
      metas semana, metas quinzena, objetivos semana, o que fiz, rever metas, revemos metas, revisao
      metas, me comprometi, comprometeu se, comprometo me, comprometemo nos, o que disse que, disse
      que faria, dissemos que, o prometido, cumpri, cumpriu, a que me comprometo, ate a seguinte,
      para a proxima, desde a ultima, desde a ultima vez, metas do mes, minhas metas, objetivos do
      mes, objetivos da semana, um compromisso, com um compromisso, compromissos para, acordo
      comigo, contrato pessoal, que fiz, que farei, que faremos, que consegui, que vou conseguir,
      diz a meta, diz sua meta, diz meta, diz o objetivo, um pequeno passo, pequeno passo, quanto
      escrevemos, o que escrevemos, que escrevemos, quanto escrevi,
      revemos compromissos, rever compromissos, sai com um compromisso, novo compromisso,
      novos compromissos, compromissos anteriores, desde o ultimo encontro, ate o proximo encontro,
      ate ao proximo encontro, contrato pessoal, prestamos conta
    `,
    turn: `
      por pessoa, uma por uma, rodizio, mesma duracao, cada vez, cada uma, cada um, min cada,
      minutos cada, tempo igual, mesmo tempo cada, vez cada, tempos iguais, minutos por, min por,
      por cabeca, tempo para todas, mesmo tempo, tempo igual para, em partes iguais, dividido pelas,
      dividido por, divididos, revezamos, revezamento, por turnos, facilitacao rotativa,
      facilitadora roda, moderacao rotativa, roda facilitacao, roda moderacao, papeis rotativos,
      rotativa, pedido tempo, pedir tempo, pede tempo, precisa tempo, quanto tempo, sem interromper,
      sem conselhos, so perguntas, perguntas abertas, cadeira quente, uma apresenta, duas
      apresentam, todas falam, uma de cada vez, quem facilita, dividimos tempo, tempo pelas, minutos
      para cada, minutos cada uma, minutos por pessoa, min por pessoa, moderadora rotativa,
      moderador rotativo, modera quem, facilita uma diferente, em rodizio, rodando, um caso por,
      caso por sessao, caso por encontro, dois casos, tres casos, tempo por pessoa, uma fala, todas
      tem tempo, cada um tem, cada uma tem, vez de cada, as outras perguntam, outras perguntam,
      outras so perguntam, outras escutam, outras ouvem, outros perguntam,
      15 minutos para, minutos cada um, quinze minutos, anfitria rotativa, ninguem interrompe,
      as outras perguntam, cada uma fala, cada uma apresenta, cada um apresenta, guardia do tempo,
      tempo medido
    `,
    strong: `
      aprendizagem acao, co mentoria, circulo lean in, grupo aprendizagem acao, aprendizagem acao
      grupo, mentoria pares, mentoria iguai, grupo pares, grupo iguai, codesenvolvimento
      profissional, co desenvolvimento profissional, grupo codesenvolvimento, circulo wol, circulo
      lernos, mentoria colega, mentoria companheira, consulta pares, consultoria pares, supervisao
      pares, intervisao pares
    `,
    likely: `
      mentoria cruzada, mentoria mutua, mentoria reciproca, nos mentoramos, se mentoram, mentoria
      coletiva, mentoria horizontal, mentoria em grupo, apoio mutuo, ajuda mutua, grupo metas, mente
      mestra, quinta alternada, quintas alternadas, quinta sim quinta nao, intervisao, grupo
      responsabilidade, grupo apoio mutuo, codesenvolvimento, co desenvolvimento, co coaching,
      cocoaching, grupo objetivo, grupo compromisso, prestacao contas, grupo prestacao contas,
      aconselhamento pares, tutoria pares carreira, tutoria pares investigadora, acompanhamento
      pares, equipe sucesso, equipa sucesso, time sucesso, troca pares, partilha pares, reflexao
      pares, conselho pares, encontro pares, mesa pares, mesa mentoria, procura emprego, busca
      emprego, circulo aprendizagem, circulo crescimento, circulo confianca, circulo carreira,
      circulo apoio, roda apoio, roda colega, grupo escrita, grupo escrita tese, grupo escrita
      academica, escrevemos juntas, mentoramo nos, mentoramos umas, mentoreamo nos, nos mentoreamos,
      nos ajudamos, ajudamo nos, nos apoiamos, apoiamo nos, nos aconselhamos, amigas criticas,
      amigos criticos, conselho pessoal, parceiras accountability, parceiras metas, prestamos
      contas, clube metas, clube mentoria, mentoria roda, mentoria circulo, mentoria grupo, sessao
      intervisao, grupo intervisao, aprendizagem acao, set acao, supervisao colega, supervisao
      iguai, corresponsabilidade grupo, mentoria entre elas, responsabilidade mutua, comentoria,
      mentoria par par, grupo doutoranda, meta compromisso, parceira responsabilidade, mentora umas
      outras, mentoras umas das outras, mentoria entre, mentoria de pares, mentoria em circulo, roda
      de mentoria, roda de mentoras, circulo de apoio mutuo, circulo de pares, grupo de pares, grupo
      entre pares, rede de apoio mutuo, apoio entre colegas, apoio entre pares, consultoria entre,
      supervisao entre, intervisao entre, coaching entre, grupo de metas, circulo de metas,
      parceiras de metas, equipa de metas, parceiras prestacao contas, parceiros prestacao contas,
      amigas prestacao contas, colegas prestacao contas, circulo prestacao contas, trio prestacao
      contas, accountability entre, grupo accountability, escrever juntas, escrita em companhia,
      escrita conjunta, colegas de tese, companheiras de tese, parceiras de escrita, grupo de tese,
      roda de tese, grupo responsabilizacao, parceiras responsabilizacao, clube emprego, procuramos
      emprego, procura emprego juntas, busca emprego juntas, se mentoreiam, se mentorizam, se
      coacham, mentoram entre,
      prestacao contas tese, prestacao contas doutoramento, prestacao contas semanal,
      prestacao contas mutua, prestacao contas escrita, rede mentoria, rede de mentoras,
      circulos de mentoria, grupo mentoria, grupo de mentoras, grupo de colegas,
      circulo de colegas, circulo colegas, circulo companheiras, mentorias entre, mentorias pares,
      encontro entre colegas, encontro de pares, escrita acompanhada, roda entre colegas,
      roda de pares, roda pares
    `,
    trap: `
      estudo coorte, coorte paciente, revisao pares, avaliacao pares, forum economico, forum
      cidadao, forum empresarial, responsabilidade social, responsabilidade civil, grupo whatsapp,
      sucesso cliente, time sucesso cliente, equipe sucesso cliente, mesa redonda, mesa negociacao,
      mesa trabalho, rodada negocio, rodada investimento, rede vendas, rede hospital, rede hospitai,
      assessoria fiscal, assessoria juridica, assessoria imprensa, consultoria externa, conselho
      administracao, conselho escolar, conselho departamento, conselho classe, estudo caso,
      intercambio estudantil, troca livro, troca oleo, troca turno, no igual, time futebol,
      prestacao contas anual, prestacao contas financeira, prestacao contas fapesp, nucleo pesquisa,
      nucleo estudos
    `,
    hard: `
      entrevista, um um, assembleia, assembleia geral, reuniao geral, reuniao individual, reuniao diaria,
      comite, comissao, cancelado, cancelada, sem circulo, sem mentoria, nao ha circulo, aniversario,
      ferias, feria, avaliacao desempenho, banca
    `,
    about: `
      sessao informacao, sessao informativa, sessao esclarecimento, palestra, formacao, treinamento,
      capacitacao, prazo, inscricao, inscricoe, candidatura, edital, preparar, preparacao,
      planejamento, planeamento, coordenacao, coordenadora, congresso, jornada, mesa redonda,
      inquerito, cerimonia, encerramento, lancamento programa, oficina, feira, investidores,
      startup, estudantil, reuniao mentores
    `,
    work: `
      estoque, vendas, servico, regional, prefeitura, municipal, sindical, equipa, reuniao equipe,
      reuniao equipa, reuniao departamento, reuniao laboratorio, reuniao grupo, reuniao projeto,
      grupo trabalho, projeto, revisao, acompanhamento projeto, cliente, venda, produto, diretoria,
      direcao, dado, analise, auditoria, entrega, comercial, dentista, medico, plantao, orcamento,
      lembrete, lembrar, enviar, reservar, viagem, fatura, pagar, programa, consulta medica,
      consulta dentista, estudantes, alunos, time produto, time vendas, equipe vendas, equipe
      suporte, equipa suporte, suporte, retro, retrospectiva, hospital, hospitai, fornecedores,
      fapesp, cnpq, lancamento
    `,
    topic: `
      leitura, livro, romance, poesia, trico, costura, coral, coro, danca, samba, capoeira, yoga,
      ioga, meditacao, tambore, lua, oracao, paroquia, igreja, biblia, crianca, creche, pai, mae,
      gestante, xadrez, futebol, trilha, cinema, teatro, concerto, vinho, festa, bairro, vizinho,
      condominio, luto, escrita criativa, conversa, cura, fisica, quimica, matematica, calculo,
      pintura, cozinha, fotografia, idiomas, ingles, lua cheia, cantos, prato, ancestral, jogo,
      jogos, lingua, investidores, bebe, bebes, jazz, gramatica, vocabulario, alemao, frances,
      espanhol, italiano, meia maratona, rezar, oramos, oram, estatistica
    `,
    led: `
      formadora, formador, certificado, presenca obrigatoria, obrigatorio, obrigatoria, oficina,
      curso, capacitacao, formacao, treinamento, terapia grupo, grupo terapeutico, supervisao
      clinica, coaching executivo, coach externa, tutoria fisica, tutoria quimica, tutoria calculo,
      monitoria, aulas apoio, aula reforco, reforco escolar, prova, provas, exame, tutor,
      masterclass, palestra, palestrante, introducao, aprenda
    `,
    care: `
      paciente, pacientes, doente, doentes, familiares, cuidadoras, cuidadores, cuidador, cancer,
      diabetes, alcool, alcoolicos, dependencia, adicao, luto, enlutados, depressao, ansiedade,
      deficiencia, autismo, alzheimer, parkinson, doenca, fibromialgia, esclerose, obesidade, saude
      mental, reabilitacao, tabaco, parar fumar, perder peso, emagrecimento, transtorno,
      amamentacao, sobreviventes, hiv, violencia, maternidade, cura, puerperio
    `,
    level: `
      sem chefia, sem chefias, sem chefe, sem chefes, ninguem manda, ninguem chefe, ninguem dirige,
      sem hierarquia, sem hierarquias, sem facilitadora, sem facilitador externo, sem lider, sem
      professora, sem orientadores, mesmo nivel, mesma fase, mesma etapa, mesmo momento carreira,
      autogerido, autogerida, auto gerido, todas mentoras, nenhuma chefe, sem diretores, sem
      diretoras, sem supervisores, sem professores, sem orientador, sem orientadora, sem terapeuta,
      sem psicologa, de igual para igual, igual para igual, entre iguais, auto organizado, auto
      organizada, autogestao, auto gestao, sem moderador externo, ninguem e chefe, ninguem lidera,
      ninguem coordena,
      sem chefes nem, sem hierarquia, ninguem e superior, todas iguais, todos iguais
    `,
    bring: `
      traz um caso, traz caso, traz uma pergunta, traz pergunta, traz um tema, traz tema, traz
      problema, traz dilema, trazemos caso, trazer caso, trazer pergunta, trazer duvida, traz
      duvida, cada uma traz, um caso cada, casos proprios, nos ajudamos, ajudamo nos, nos apoiamos,
      nos aconselhamos, umas outras, uns outros, umas as outras, onde travou, travei, travada,
      travado, onde emperra, dilemas, entre iguais, traz o seu caso, traz seu caso, traz sua
      pergunta, traz uma duvida, traz um desafio, traz algo, leva um caso, os outros perguntam, so
      perguntamos, onde travei, onde emperrei, emperrada, bloqueada, bloqueado, o que nos trava,
      caso real, casos reais, uma as outras, umas com as outras, damos forca, dando forca, nos damos
      forca, apoiamo nos, opinioes sinceras, opiniao sincera, feedback sincero, feedback honesto, o
      que travou, que travou, o que atrapalhou,
      traz uma decisao, traz decisao, traz uma dificuldade, traz dificuldade, dificuldades,
      um caso por, pensamos juntas
    `,
  },
};
