import type { Lexicon } from './lexicon.ts';

export const portuguese: Lexicon = {
  stop: 'de do da dos das o os as uma entre para e com em nosso nossa meu minha ao por',
  roles: {
    mentor: `
      comentoria mentoramos mentorear mentorizacao mentorizar mentorxs mentoria mentora mentores
      mentorado mentorada mentoreada mentorias mentoram mentorar
    `,
    peer: 'mutuamente pares mutua mutuo reciproca colega companheira companheiras iguai iguais',
    circle: 'rodinha ciranda circulo roda',
    group: 'clube comunidade espaco trio triade grupo rede encontro coletivo turma',
    coach: 'coaching',
    accountability: 'responsabilizacao',
    cohort: 'coorte',
    pod: 'nucleo',
    forum: 'forum',
    buddy: 'parceira parceiras madrinhas',
    writing: 'escrita redacao',
    theme: `
      mulhere mulher cientista pesquisadora investigadora academica professora doutoranda posdoc medica
      apoio confianca carreira sororidade jovens
    `,
    neutral: `
      segunda terca quarta quinta sexta sabado domingo manha tarde noite semanal quinzenal mensal sessao
      reuniao encontros online enc res nosso nossa nos cada semana semanas numero
    `,
    secret: 'confidencial confidencialidade sigilo',
    promise: 'compromisso promessa',
  },
  otherCircle: {
    after: `
      viena catolico cultural conversa dialogo debate amigo artes biblico bicicleta capoeira carro choro
      costura crianca cromatico danca doador empresarial estudo familiar gestante gigante historia
      interno intimo investidor investidore leitor leitura literario livro lua mae militar musica
      operario oracao paz pneu polar qualidade restaurativo samba tambor tambore trico trigonometrico
      vicioso virtuoso viva
    `,
  },
  phrases: {
    secret: `
      entre nos, nao sai daqui, em confianca, fica aqui, aqui fica, fica nos, nao gravar, sem gravacao
    `,
    promise: `
      metas, o que prometemos, proxima sessao, ate proxima, contrato comigo, contrato consigo,
      proxima vez
    `,
    turn: `
      por pessoa, uma por uma, rodizio, mesma duracao, cada vez, cada uma, cada um, min cada,
      minutos cada, tempo igual, mesmo tempo cada, vez cada
    `,
    strong: `
      aprendizagem acao, co mentoria, circulo lean in, grupo aprendizagem acao, aprendizagem acao grupo
    `,
    likely: `
      mentoria cruzada, mentoria mutua, mentoria reciproca, nos mentoramos, se mentoram,
      mentoria coletiva, mentoria horizontal, mentoria em grupo, apoio mutuo, ajuda mutua, grupo apoio,
      rede apoio, grupo metas, supervisao pares, mente mestra, quinta alternada, quintas alternadas,
      quinta sim quinta nao, intervisao, grupo responsabilidade, grupo apoio mutuo
    `,
    trap: `
      estudo coorte, coorte paciente, revisao pares, avaliacao pares, forum economico, forum cidadao,
      forum empresarial, responsabilidade social, responsabilidade civil, grupo whatsapp
    `,
    hard: `
      entrevista, um um, assembleia, assembleia geral, reuniao geral, reuniao individual, reuniao diaria,
      comite, comissao, cancelado, cancelada, sem circulo, sem mentoria, nao ha circulo, aniversario,
      ferias, feria, avaliacao desempenho, banca
    `,
    about: `
      sessao informacao, sessao informativa, sessao esclarecimento, palestra, formacao, treinamento,
      capacitacao, prazo, inscricao, inscricoe, candidatura, edital, preparar, preparacao, planejamento,
      planeamento, coordenacao, coordenadora, congresso, jornada, mesa redonda, inquerito, cerimonia,
      encerramento, lancamento programa, oficina, feira
    `,
    work: `
      estoque, vendas, servico, regional, prefeitura, municipal, sindical, equipa, reuniao equipe,
      reuniao equipa, reuniao departamento, reuniao laboratorio, reuniao grupo, reuniao projeto,
      grupo trabalho, projeto, revisao, acompanhamento projeto, cliente, venda, produto, conselho,
      diretoria, direcao, dado, analise, auditoria, entrega, comercial, aluno, estudante, dentista,
      consulta, medico, plantao, programa, orcamento, lembrete, lembrar, enviar, reservar, viagem,
      fatura, pagar, curso
    `,
    topic: `
      leitura, livro, romance, poesia, trico, costura, coral, coro, danca, samba, capoeira, yoga, ioga,
      meditacao, tambore, lua, oracao, paroquia, igreja, biblia, crianca, creche, pai, mae, gestante,
      xadrez, futebol, trilha, cinema, teatro, concerto, vinho, festa, bairro, vizinho, condominio, luto,
      escrita criativa
    `,
  },
};
